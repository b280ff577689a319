const list = (words: string): readonly string[] => words.split(/\s+/u).filter((word) => word !== '')

/** Beginnings of words that order somebody to write, to end, to leave out or to forget, in some thirty languages. Nobody needs the whole word: endings differ. */
export const orderStems = list(`
  write print output reply respond answer conclude finish append include mention insert forget ignore disregard override obey summaris summariz
  oublie termine terminez finis conclus ecris ecrivez reponds repondez ajoute mentionne
  vergiss vergesst ignorier beende schliess schreib antworte erwahne
  olvid ignora termina acaba escrib respond agrega mencion concluy
  esquec conclua escrev respond acrescent
  dimentic conclud finisc scriv rispond aggiung
  zapomnij zignoruj zakoncz napisz odpowiedz dopisz zapomen zakonci napis odpovez
  забудь забуть игнориру закончи заверши напиши ответь добавь закинчи закінчи
  unut yaz bitir soyle yoksay lupakan abaikan akhiri tulis katakan sahau puuza umaliz andik useme
  ξεχνα τελειωσ γραψ αγνοησ forgesu ignoru finu skribu diru
  vergeet negeer eindig schrijf glom glem ignorer avslut skriv unohda kirjoit lopeta felejts irjad fejezd uita incheie scrie
  تجاهل انس اكتب قل התעלם שכח כתוב סיים भूल लिख अनदेखा quen viet
`)

/** The same where words are not written apart. */
export const orderPieces = [
  '無視',
  '忘れ',
  '書い',
  '書け',
  '答え',
  '忘掉',
  '忘记',
  '忽略',
  '无视',
  '写上',
  '写出',
  '输出',
  '回答',
  '무시',
  '잊어',
  '써라',
  '출력',
]

/** What such an order is about: all that was said before, or the text itself. */
export const orderObjects = list(`
  everything previous prior earlier instructions rules sentence sentences phrase paragraph word words text line blurb summary summarising summarizing output reply
  tout toutes precede mot phrase texte alles bisherige bisherigen satz wort todo antes anterior anteriores palabra frase tudo palavra tutto precedente parola
  wszystkim wszystko slowem zdanie все всё предыдущие словом onceki seyi kelime semua kata yote neno παντα λεξη cion vorto
  alla allt alle alt kaikki minden toate كل הכל כל सभी het
`)
