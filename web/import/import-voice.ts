import { type OwnVoice, ownVoice } from "../i18n/own-texts.ts";
import { daImport, enImport, type ImportKey } from "./import-texts.ts";

/** The page's voice with the texts of bringing files, which come with the window. */
export type ImportVoice = OwnVoice<ImportKey>;

export const useImportVoice = ownVoice({ da: daImport, en: enImport });
