import { folkeskoleGrades } from "../domain/folkeskole.ts";

/** By which columns files are told before it is known by which rules their schools are counted: Denmark's. */
export const GUESSED_GRADES = folkeskoleGrades();
