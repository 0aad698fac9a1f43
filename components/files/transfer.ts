/** The part of a clipboard's or a drag's content that is looked at. */
export type Transfer = { types: readonly string[]; files: ArrayLike<File> }

/**
 * The files of what is pasted. Text processors put a picture of the text beside the text: there the text is meant. A file
 * manager puts the file's name beside the file.
 */
export function filesOfPaste({ types, files }: Transfer): File[] {
  const isWriting = types.includes('text/plain') && (types.includes('text/html') || types.includes('text/rtf'))
  return isWriting ? [] : Array.from(files)
}

/** Whether files are dragged, before they are let go of. */
export function carriesFiles(transfer: Pick<Transfer, 'types'> | null): boolean {
  return transfer?.types.includes('Files') ?? false
}
