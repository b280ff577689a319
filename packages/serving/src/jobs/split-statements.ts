/** Where a quoted part, a comment or a statement ends. */
const piece = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|;|[^'"$;/-]+|[\s\S]/g

/** The statements of an SQL script. Semicolons inside quotes, dollar quotes and comments end nothing. */
export function splitStatements(script: string): readonly string[] {
  const statements = ['']
  for (const [part] of script.matchAll(piece)) {
    if (part === ';') statements.push('')
    else statements[statements.length - 1] += part
  }
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== '')
}
