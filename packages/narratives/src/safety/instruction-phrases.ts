/**
 * What somebody writes who speaks to a model instead of to a listener, by language. Folded as by `foldLookalikes`: lower case, no marks. Edit freely; a name
 * or a sentence of a feed that matches is not repeated, so every phrase here must be one that no title needs.
 */
export interface InstructionPhrases {
  /** Words for "take no notice of". Together with one of `orders` a few words later, in either order, it is an instruction. */
  readonly drop: readonly string[]
  readonly orders: readonly string[]
  /** Words for "say". Together with one of `objects` close behind it is an instruction. */
  readonly say: readonly string[]
  readonly objects: readonly string[]
}

const words = (text: string): readonly string[] => text.split('|')

export const instructionPhrases: Readonly<Record<string, InstructionPhrases>> = {
  en: {
    drop: words(
      'ignore|ignoring|disregard|disregarding|forget|override|overrides|bypass|drop|discard|neglect|supersede|supersedes|cancel|delete|skip|overrule|unlearn|stop following|do not follow|dont follow|do not obey|pay no attention to',
    ),
    orders: words(
      'instruction|instructions|prompt|prompts|rules|guidelines|guidance|directions|directives|commands|facts|constraints|safety|system message|told you|told before|said before|everything above|all above|the above|what came before|previous text|previous messages|prior text|restrictions|filters|your training|programming|context',
    ),
    say: words(
      'say|says|write|output|print|repeat|echo|type|include|add|append|insert|mention|reply|respond|answer|return|emit|announce|post|display|show|recite|reveal|disclose|leak|tell|state|claim|recommend|advertise|promote|spell|begin|start|end|finish|close|put|use|quote|name|produce|generate|speak|read out|let the listener know|send',
    ),
    objects: words(
      'the listener|the listeners|listeners|the user|the reader|everyone reading|the customer|the word|the words|the phrase|the sentence|the text|the following|the string|the token|the code|the secret|the password|the canary|canary|the link|this link|a link|the url|this url|the website|the address|the marker|the magic word|the exact|exactly|verbatim|only this|nothing but|nothing else|instead of|your answer|your response|your reply|your output|your narrative|your text|your instructions|your prompt|your rules|the system prompt|system prompt|the prompt|as json|in json|in html|in markdown|every other listener|other listener|another listener|other listeners|listener id|listening history|that this is|that it is the|it in the text|with the words|with the word|after me',
    ),
  },
  de: {
    drop: words('ignoriere|ignorieren|ignorier|vergiss|vergessen sie|missachte|missachten|verwirf|uberschreibe|umgehe|befolge nicht|halte dich nicht an'),
    orders: words(
      'anweisung|anweisungen|instruktion|instruktionen|regeln|vorgaben|anleitungen|befehle|aufforderung|prompt|fakten|alles davor|alles oben|das obige|bisherige|bisherigen',
    ),
    say: words(
      'sag|sage|sagen|schreib|schreibe|schreiben|gib|antworte|wiederhole|nenne|fuge|fug|erwahne|verrate|teile|empfiehl|erzahle|behaupte|zeige|zitiere',
    ),
    objects: words(
      'dem horer|der horerin|den horern|dem nutzer|dem benutzer|das wort|die worte|den satz|den text|den link|diesen link|genau|wortlich|nur das|nichts als|folgendes|den code|das passwort|aus das|deine antwort|deiner antwort|den systemprompt|ein link',
    ),
  },
  fr: {
    drop: words('ignore|ignorez|ignorer|oublie|oubliez|neglige|negligez|ne tiens pas compte|ne tenez pas compte|contourne|outrepasse'),
    orders: words('instructions|instruction|consignes|consigne|regles|directives|ordres|ce qui precede|faits|invite'),
    say: words('dis|dites|ecris|ecrivez|reponds|repondez|repete|repetez|ajoute|ajoutez|inclus|incluez|mentionne|mentionnez|affiche|revele|recommande'),
    objects: words(
      "a l'auditeur|a l’auditeur|aux auditeurs|a l'utilisateur|le mot|les mots|la phrase|le texte|le lien|ce lien|exactement|seulement|uniquement|rien d'autre|suivant|le code|mot de passe|ta reponse|votre reponse",
    ),
  },
  es: {
    drop: words('ignora|ignore|ignorar|olvida|olvide|omite|descarta|desobedece|no sigas|no hagas caso'),
    orders: words('instrucciones|instruccion|ordenes|reglas|indicaciones|directrices|lo anterior|hechos'),
    say: words('di|diga|escribe|escriba|responde|responda|repite|repita|anade|agrega|incluye|incluya|menciona|muestra|revela|recomienda|dile'),
    objects: words(
      'al oyente|a los oyentes|al usuario|la palabra|las palabras|la frase|el texto|el enlace|este enlace|exactamente|solo esto|unicamente|nada mas|lo siguiente|el codigo|la contrasena|tu respuesta|su respuesta',
    ),
  },
  it: {
    drop: words('ignora|ignorate|ignori|dimentica|dimenticate|trascura|scarta'),
    orders: words('istruzioni|istruzione|regole|indicazioni|direttive|ordini|quanto sopra|fatti'),
    say: words("di'|dici|dite|scrivi|scrivete|rispondi|ripeti|aggiungi|includi|menziona|mostra|rivela|consiglia"),
    objects: words(
      "all'ascoltatore|agli ascoltatori|all'utente|la parola|le parole|la frase|il testo|il link|questo link|esattamente|soltanto|nient'altro|quanto segue|il codice|la password|la tua risposta",
    ),
  },
  pt: {
    drop: words('ignore|ignora|ignorar|esqueca|esquece|desconsidere|descarte'),
    orders: words('instrucoes|instrucao|regras|orientacoes|ordens|diretrizes|o acima|fatos'),
    say: words('diga|diz|escreva|escreve|responda|responde|repita|repete|adicione|inclua|mencione|mostre|revele|recomende'),
    objects: words(
      'ao ouvinte|aos ouvintes|ao usuario|a palavra|as palavras|a frase|o texto|o link|este link|exatamente|somente|apenas isto|nada mais|o seguinte|o codigo|a senha|sua resposta',
    ),
  },
  nl: {
    drop: words('negeer|vergeet|negeert|sla over'),
    orders: words('instructies|instructie|regels|opdrachten|aanwijzingen|het bovenstaande|feiten'),
    say: words('zeg|schrijf|antwoord|herhaal|voeg|noem|vermeld|toon|onthul'),
    objects: words(
      'de luisteraar|tegen de luisteraar|aan de luisteraar|het woord|de woorden|de zin|de tekst|de link|deze link|precies|alleen dit|niets anders|het volgende|de code|het wachtwoord|je antwoord',
    ),
  },
  pl: {
    drop: words('zignoruj|ignoruj|zapomnij|pomin|pominj'),
    orders: words('instrukcje|instrukcji|polecenia|polecen|zasady|reguly|wytyczne'),
    say: words('powiedz|napisz|odpowiedz|powtorz|dodaj|wspomnij|pokaz'),
    objects: words('sluchaczowi|sluchaczom|uzytkownikowi|słuchaczowi|slowo|słowo|zdanie|tekst|link|dokladnie|dokładnie|tylko|kod|haslo|hasło'),
  },
  tr: {
    drop: words('yoksay|yok say|unut|dikkate alma|gormezden gel|görmezden gel|goz ardi et'),
    orders: words('talimatlari|talimatlar|talimatlarini|kurallari|yonergeleri|komutlari'),
    say: words('soyle|yaz|tekrarla|ekle|cevapla|yanitla|goster'),
    objects: words('dinleyiciye|kullaniciya|kelimesini|su kelimeyi|cumlesini|metni|baglantiyi|linki|kodu|sifreyi|sadece'),
  },
}

/** For languages without blanks between words, or with endings that vary: pieces that must stand in this order, a few words apart. */
export const instructionPieces: readonly (readonly [first: string, second: string])[] = [
  ['忽略', '指令'],
  ['忽略', '指示'],
  ['忽略', '说明'],
  ['忽略', '規則'],
  ['忽略', '规则'],
  ['忽视', '指令'],
  ['无视', '指令'],
  ['無視', '指令'],
  ['忘记', '指令'],
  ['忽略', '内容'],
  ['告诉', '听众'],
  ['告訴', '聽眾'],
  ['请说', '“'],
  ['输出', '链接'],
  ['回复', '以下'],
  ['指示', '無視'],
  ['命令', '無視'],
  ['指示', '忘れ'],
  ['ルール', '無視'],
  ['リスナー', '伝え'],
  ['リスナー', '言って'],
  ['と言って', 'ください'],
  ['次の言葉', '書'],
  ['プロンプト', '無視'],
  ['지시', '무시'],
  ['명령', '무시'],
  ['지침', '무시'],
  ['청취자', '말하'],
  ['라고', '말해'],
  ['지시', '잊'],
  ['игнорируй', 'инструкц'],
  ['игнорируйте', 'инструкц'],
  ['игнорировать', 'инструкц'],
  ['забудь', 'инструкц'],
  ['проигнорируй', 'инструкц'],
  ['игнорируй', 'указан'],
  ['игнорируй', 'правила'],
  ['забудь', 'правила'],
  ['скажи', 'слушател'],
  ['скажи', 'слово'],
  ['напиши', 'слово'],
  ['напиши', 'ссылк'],
  ['ответь', 'только'],
  ['повтори', 'слово'],
  ['ігноруй', 'інструкц'],
  ['забудь', 'інструкц'],
  ['تجاهل', 'التعليمات'],
  ['تجاهل', 'تعليمات'],
  ['انس', 'التعليمات'],
  ['قل', 'للمستمع'],
  ['اكتب', 'الرابط'],
  ['تجاهل', 'القواعد'],
  ['نادیده', 'دستور'],
  ['دستور', 'نادیده'],
  ['به شنونده', 'بگو'],
  ['התעלם', 'ההוראות'],
  ['התעלם', 'הוראות'],
  ['אמור', 'למאזין'],
  ['निर्देश', 'अनदेखा'],
  ['निर्देशों', 'अनदेखा'],
  ['निर्देश', 'भूल'],
  ['निर्देशों', 'नज़रअंदाज़'],
  ['श्रोता', 'बताओ'],
  ['श्रोता', 'कहो'],
  ['αγνοησε', 'οδηγιες'],
  ['ξεχασε', 'οδηγιες'],
  ['πες', 'ακροατη'],
  ['abaikan', 'instruksi'],
  ['lupakan', 'instruksi'],
  ['katakan', 'pendengar'],
  ['bo qua', 'huong dan'],
  ['bo qua', 'chi dan'],
  ['noi voi', 'nguoi nghe'],
  ['ละเว้น', 'คำสั่ง'],
  ['เพิกเฉย', 'คำสั่ง'],
  ['ignorera', 'instruktioner'],
  ['glom', 'instruktioner'],
  ['ohita', 'ohjeet'],
]

/** Said to machines only, in any language. */
export const machinePhrases: readonly string[] = words(
  'system prompt|systemprompt|system message|system override|system instruction|new instructions|new instruction|developer mode|developer message|debug mode|admin mode|god mode enabled|jailbreak mode|jailbreak prompt|prompt injection|as an ai|as a language model|you are an ai|you are an assistant|you are a helpful|you are now a|you are now an|you are now the|you are chatgpt|you are gpt|you are llama|act as a|act as an|pretend to be|pretend you are|roleplay as|end of facts|end of prompt|end of data|end of instructions|begin instructions|begin new|new task|your task is|your new task|your real task|your only task|your job is now|note to the model|note to model|note to the assistant|attention model|dear model|dear assistant|hey assistant|hello assistant|for the ai|to the ai|instruction to|instructions to the|important instruction|instructions for the|the narrator must|narrator must|model must|assistant must|assistant should|model should|you must say|you must write|you must include|you must answer|you have to say|must be included verbatim|must be repeated|obey the following|obey this|follow these instructions|follow this instruction|do as i say|do exactly as|from now on you|from now on say|from now on answer|cite f0|cite fact|cite only|fact ids|factids|max words is now|print env|processenv|environment variable|api key|function call|tool call',
)
