/**
 * Names of genres and styles, so that one that is in no fact is recognised as such. Several words are one genre. Edit freely; the tags of a
 * request's facts are always added.
 */
export const genres: readonly string[] = `
  a cappella|abstract|acid|acid house|acid jazz|acoustic|afrobeat|afrobeats|alternative|alternative rock|ambient|americana|art pop|art rock|avant-garde|bachata|ballad|baroque|baroque pop|bass|bass music|beatdown|bebop|bedroom pop|big band|big beat|black metal|bluegrass|blues|bolero|bollywood|boogie|boom bap|bossa nova|breakbeat|breakcore|breaks|britpop|broken beat|
  calypso|celtic|chamber|chamber pop|chanson|chillout|chill|chillstep|chillwave|chiptune|chiptunes|choral|christmas|city pop|classical|cloud rap|club|comedy|contemporary classical|country|crust|cumbia|dance|dancehall|dark ambient|dark wave|darkwave|death metal|deep house|deep techno|disco|doo-wop|doom|doom metal|downbeat|downtempo|dream pop|drill|drone|drum and bass|dub|dub techno|dubstep|
  easy listening|ebm|edm|electro|electro house|electroacoustic|electroclash|electronic|electronica|emo|ethnic|eurodance|experimental|fado|field recording|field recordings|film score|flamenco|folk|folk rock|footwork|free improvisation|free jazz|freestyle|funk|fusion|future bass|future garage|gabber|garage|garage rock|glam|glam rock|glitch|glitch hop|goa|gospel|gothic|grime|grindcore|groove|grunge|
  hard rock|hard techno|hardcore|hardcore punk|hardstyle|harsh noise|heavy metal|hip hop|hip-hop|hiphop|house|hyperpop|idm|improvisation|improvised|indie|indie folk|indie pop|indie rock|industrial|instrumental|instrumental hip hop|intelligent dance music|italo disco|j-pop|jazz|jazz fusion|jazzy|jungle|juke|k-pop|klezmer|krautrock|kuduro|latin|leftfield|library music|lo-fi|lofi|lounge|
  mambo|math rock|meditation|melodic techno|merengue|metal|metalcore|microhouse|minimal|minimal techno|minimalism|modern classical|motown|mpb|musique concrete|neo-soul|neoclassical|new age|new wave|noise|noise rock|nu jazz|nu metal|oi|opera|orchestral|outsider|plunderphonics|polka|pop|pop punk|pop rock|post-hardcore|post-metal|post-punk|post-rock|power electronics|power pop|progressive|progressive house|progressive rock|psybient|psychedelic|psychedelic rock|psychill|psytrance|punk|punk rock|
  r&b|rnb|ragga|ragtime|rap|rave|reggae|reggaeton|rhythm and blues|rock|rock and roll|rockabilly|roots|salsa|samba|schlager|screamo|shoegaze|shoegazer|singer-songwriter|ska|skate punk|slowcore|sludge|smooth jazz|soca|soft rock|son|soul|sound art|soundtracks|space|space rock|speed metal|spoken word|stoner rock|street punk|surf|swing|synth|synth-pop|synthpop|synthwave|tango|tech house|techno|techno pop|tejano|thrash|thrash metal|trance|trap|tribal|trip hop|trip-hop|triphop|turntablism|uk garage|underground|vaporwave|vocal|waltz|wave|witch house|world|world music|yacht rock|zouk
`
  .split('|')
  .map((genre) => genre.trim())
  .filter((genre) => genre !== '')
