/** What requests are made of: a word that nothing explains and that is one slip from one of these is that one. None under five letters: too many things are near. */
export const ordinaryWords: readonly string[] =
  `about above adventurous after again airplane album anything another artist before below better boring calmer chill chiller classical comments continue
  dancing decade different discover earlier eighties electronic energetic energy enough episode episodes everything except exercise exciting familiar faster favorite favourite favourites
  fifties focus forget fresh gentle gentler groovy happier harder heavier hidden instead instrumental interview interviews intense jazzy later latest lively livelier longer louder lullaby
  mellow mellower minutes music never newer nineties nothing older oldies party pause peaceful playing please podcast podcasts quick quicker quiet quieter quietly recent relax relaxed relaxing release released resume
  rhythm running session seventies shorter similar sixties skip sleep sleepy slower smooth softer something songs sooner stories studying stuff surprise talking thirties tracks unknown upbeat unusual vocals volume
  without weird workout working younger`
    .split(/\s+/u)
    .filter((word) => word.length >= 5)
