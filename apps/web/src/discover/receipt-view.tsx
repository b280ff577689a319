import { day, ordinal } from '../words/number-words'
import { signalWords } from '../words/reason-words'
import type { ReceiptAnswer } from './discover.documents'
import css from './inside.module.css'

/** The receipt in plain words: the rank, what made it, who paid (nobody, unless it says so), and how to check it. */
export function ReceiptView({ receipt, profiled }: { readonly receipt: ReceiptAnswer; readonly profiled: boolean }) {
  const { rank, rankWithoutBoosts, boosts, signals } = receipt
  const most = Math.max(...[...signals, ...boosts].map(({ contribution }) => Math.abs(contribution)), Number.MIN_VALUE)
  return (
    <section className={css.section}>
      <h4 className={css.heading}>The receipt</h4>
      <p>
        Ranked {ordinal(rank)} on {day(receipt.issuedAt)}.{' '}
        {boosts.length === 0
          ? 'Nobody asked or paid for that: without boosts the rank is the same.'
          : `Without what somebody asked or paid for, it would be ${ordinal(rankWithoutBoosts)}.`}
      </p>
      <table className={css.signals}>
        <caption className={css.soft}>What the score of {receipt.score.toFixed(2)} is made of</caption>
        <tbody>
          {signals.map(({ name, contribution }) => (
            <SignalRow key={name} words={signalWords(name, profiled)} contribution={contribution} most={most} />
          ))}
          {boosts.map(({ key, reason, onBehalfOf, contribution }) => (
            <SignalRow key={key} words={`${reason}, on behalf of ${onBehalfOf}`} contribution={contribution} most={most} />
          ))}
        </tbody>
      </table>
      <p className={css.soft}>
        Made by {receipt.modelVersion} from state {receipt.dataVersion} of the data. Signed with Ed25519, so that nobody can change it afterwards; the signature
        ends in {receipt.signature.slice(-8)}. Save it and check it: <code className={css.code}>pnpm linernotes receipts verify {fileName(receipt)}</code>
      </p>
      <button type="button" className={css.button} onClick={() => save(receipt)}>
        Save the receipt
      </button>
    </section>
  )
}

function SignalRow({ words, contribution, most }: { readonly words: string; readonly contribution: number; readonly most: number }) {
  return (
    <tr>
      <th scope="row">{words}</th>
      <td className={css.barCell} aria-hidden="true">
        <span className={contribution < 0 ? css.minus : css.fill} style={{ inlineSize: `${(Math.abs(contribution) / most) * 100}%` }} />
      </td>
      <td className={css.figure}>{`${contribution < 0 ? '−' : '+'}${Math.abs(contribution).toFixed(2)}`}</td>
    </tr>
  )
}

const fileName = ({ id }: ReceiptAnswer): string => `${id.replaceAll(/[^\w-]/g, '')}.json`

/** As a file, in the form that `receipts verify` reads: the id and the signature are enough by themselves. */
function save(receipt: ReceiptAnswer): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify({ id: receipt.id, signature: receipt.signature }, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName(receipt)
  link.click()
  URL.revokeObjectURL(url)
}
