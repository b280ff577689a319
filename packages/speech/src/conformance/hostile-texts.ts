/** What a title, and so a talk, may hold. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'shell characters': 'Rock & Roll; $(touch /tmp/owned) `id` | cat > x "quoted" \'single\' \\ -v de --stdout',
  'an option': '--version',
  SSML: '<speak><break time="600s"/><audio src="http://127.0.0.1:1/x.wav"/>Hello</speak>',
  phonemes: "[[ h@l'oU ]] [[[[",
  'control characters': 'a\u0000b\u0007c\u001B[31md\u202Ee',
  emoji: 'Night 🌙 drive 🚗, 100 %',
  'right to left': 'שלום עולם and مرحبا',
  'lone surrogate': 'half \uD83D a pair',
  'one long word': 'a'.repeat(3_000),
  'many sentences': 'Go. '.repeat(60),
  'no words': '… — !!! ???',
  nothing: '',
}
