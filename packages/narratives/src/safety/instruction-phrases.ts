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
      'say|says|write|output|print|repeat|echo|type|include|add|append|insert|mention|reply|respond|answer|return|emit|announce|post|display|show|recite|reveal|disclose|leak|list|tell|state|claim|recommend|advertise|promote|praise|shout|spell|begin|start|end|finish|close|put|use|quote|name|produce|generate|speak|read out|let the listener know|send',
    ),
    objects: words(
      'the listener|the listeners|listeners|the user|the reader|everyone reading|the customer|the word|the words|the phrase|the sentence|the text|the following|the string|the token|the code|the secret|the password|the canary|canary|the link|this link|a link|the url|this url|the website|the address|the marker|the magic word|the exact|exactly|verbatim|only this|nothing but|nothing else|instead of|your answer|your response|your reply|your output|your narrative|your text|your instructions|your prompt|your rules|the system prompt|system prompt|the prompt|as json|in json|in html|in markdown|every other listener|other listener|another listener|other listeners|listener id|listening history|that this is|that it is the|all listeners|all other listeners|every listener|names of all|every sentence|each sentence|your sentence|your sentences|the blurb|your blurb|it in the text|with the words|with the word|after me',
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
      'dem horer|der horerin|den horern|dem nutzer|dem benutzer|das wort|die worte|den satz|den text|den link|diesen link|genau|wortlich|nur das|nichts als|folgendes|den code|das passwort|aus das|deine antwort|deiner antwort|in der empfehlung|in deiner empfehlung|in der antwort|unbedingt|den systemprompt|ein link',
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
  sv: {
    drop: words('ignorera|bortse|glom|strunta'),
    orders: words('instruktioner|instruktionerna|anvisningar|regler|reglerna|fakta'),
    say: words('sag|skriv|svara|namn|upprepa'),
    objects: words('till lyssnaren|ordet|orden|meningen|texten|lanken|exakt|bara|endast|inget annat|foljande|koden|losenordet|ditt svar'),
  },
  da: {
    drop: words('ignorer|glem|se bort|tilsidesaet|tilsidesæt'),
    orders: words('instruktioner|instrukser|instruksjoner|anvisninger|regler|reglerne|reglene|fakta'),
    say: words('sig|si|skriv|svar|gentag|gjenta|naevn|nevn'),
    objects: words('til lytteren|ordet|ordene|saetningen|setningen|teksten|linket|lenken|praecis|noyaktig|kun|bare|folgende|koden|dit svar|svaret'),
  },
  fi: {
    drop: words('unohda|ohita|ala valita|jata huomiotta'),
    orders: words('ohjeet|ohjeita|ohjeista|saannot|kaskyt|faktat'),
    say: words('sano|kirjoita|vastaa|toista|mainitse'),
    objects: words('kuuntelijalle|sana|sanat|lause|teksti|linkki|tasan|vain|seuraava|koodi|salasana'),
  },
  hu: {
    drop: words('hagyd figyelmen kivul|hagyja figyelmen kivul|felejtsd el|mellozd'),
    orders: words('utasitasokat|utasitast|szabalyokat|parancsokat|tenyeket'),
    say: words('mondd|ird|valaszold|ismeteld'),
    objects: words('a hallgatonak|a szot|a mondatot|a szoveget|a linket|pontosan|csak|a kovetkezot|a kodot'),
  },
  cs: {
    drop: words('ignoruj|ignorujte|zapomen|zapomente|nevsimej si|zabudni'),
    orders: words('pokyny|pokynu|instrukce|instrukcie|prikazy|pravidla|fakta'),
    say: words('rekni|napis|napiste|odpovez|zopakuj|povedz'),
    objects: words('posluchaci|posluchacum|slovo|slova|vetu|text|odkaz|presne|pouze|jen|nasledujici|kod|heslo'),
  },
  ro: {
    drop: words('ignora|ignorati|uita|uitati|nu tine cont'),
    orders: words('instructiunile|instructiuni|regulile|indicatiile|comenzile|faptele'),
    say: words('spune|scrie|scrieti|raspunde|repeta|mentioneaza'),
    objects: words('ascultatorului|cuvantul|cuvintele|propozitia|textul|linkul|exact|numai|doar|urmatoarele|codul|parola'),
  },
}
