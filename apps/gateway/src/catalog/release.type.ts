import { Field, ID, ObjectType } from 'type-graphql'
import { Node } from '../graph/node.type.js'
import { PartialDateScalar } from '../graph/scalars.js'
import { ArtistCredit } from './artist.type.js'

@ObjectType('Release', { description: 'A record as it was published.', implements: Node })
export class ReleaseType extends Node {
  @Field(() => ID, { description: 'Opaque, unique in the whole API, stable over re-imports.' })
  declare id: string
  @Field(() => String, { nullable: true, description: 'MusicBrainz release id.' })
  mbid!: string | null
  @Field(() => String, { description: 'Title of the release.' })
  title!: string
  @Field(() => [ArtistCredit], { description: 'Whose release it is.' })
  artistCredits!: ArtistCredit[]
  @Field(() => PartialDateScalar, { nullable: true, description: 'When it came out.' })
  releaseDate!: string | null
  @Field(() => String, { nullable: true, description: 'Album, Single, EP, ... (MusicBrainz release group type).' })
  primaryType!: string | null
  @Field(() => String, { nullable: true, description: 'Label that published it.' })
  label!: string | null
  @Field(() => String, { nullable: true, description: 'Barcode (GTIN).' })
  gtin!: string | null
}
