export * from "../../data/holbaek/source/folkeskole.ts";
