/** HTML and its entities, Markdown links, images and code, BBCode, templates, marks of chat templates, ends of JSON strings. "<3", "[Live]", "#1" and "f*ck" are names. */
const markup =
  /<\/?[a-z!?][^<>]{0,200}>|<\/?(?:script|style|img|svg|iframe|a|b|i|p|br|div|span|html|body|object|embed|form|input|link|meta)\b|<!--|&(?:[a-z]{2,8}|#x?[0-9a-f]{2,6});|\]\(|\]\s?:\s?(?:https?|\/\/)|!\[|```|`[^`\s][^`]*`|\[\/?(?:url|img|b|i|u|s|code|quote|color|size|email|list|spoiler)(?:=[^\]]*)?\]|<\||\|>|\[\/?inst\]|<<\/?sys>>|<\/?s>|\{\{|\}\}|\$\{|<%|%>|\{%|["”'’]\s?[}\]]\s?[,}\]]|"{3}|[-=]{3,}\s?\p{L}[^=-]{2,60}[-=]{3,}|[{,]\s?["“'](?:text|facts|factids|sentences|role|content|system)["”']\s?:|\*\*[^*\s][^*]*\*\*|(?<!\w)__\S[^_]*__(?!\w)|(?:^|\s)#{2,6}\s|\\[nrtux"]/iu

/** The first piece of markup in a text, that is of what a client, a template or a parser would not show as it stands; null: none. */
export function findMarkup(text: string): string | null {
  return markup.exec(text.normalize('NFKC'))?.[0] ?? null
}
