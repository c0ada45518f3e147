/** What is dropped, as the browser has it. */
export interface HandedOver {
  /** Files and folders; none where the browser knows no folders. */
  readonly entries: readonly FileSystemEntry[];
  readonly files: readonly File[];
}

/** To be asked while the event lasts: afterwards a browser has forgotten what was dropped. */
export const handedOver = ({ items, files }: Pick<DataTransfer, "items" | "files">): HandedOver => ({
  entries: [...items].flatMap((item) => item.webkitGetAsEntry() ?? []),
  files: [...files],
});

/** The file, where it is one alone and no folder. */
export const oneFile = ({ entries, files }: HandedOver): File | undefined =>
  files.length === 1 && entries.every(({ isFile }) => isFile) ? files[0] : undefined;
