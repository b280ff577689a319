import { ImportFormatError, readText, TruncatedFileError } from '@linernotes/catalog'

const openingLength = 65_536

/** The first 64 KiB of a file as text, or what is left of them. @throws ImportFormatError where there is no file, or nothing in it */
export async function readOpening(file: string, signal: AbortSignal): Promise<string> {
  let text = ''
  try {
    for await (const piece of readText(file, { signal })) {
      text += piece
      if (text.length >= openingLength) break
    }
  } catch (error) {
    // What came before it tells the format; the import itself reports it.
    if (!(error instanceof TruncatedFileError)) throw error
    if (text.trim() === '') throw new ImportFormatError(error.message, { cause: error })
  }
  if (text.trim() === '') throw new ImportFormatError(`${file}: the file is empty`)
  return text
}
