import { useId, useState, type KeyboardEvent } from 'react'
import css from './listener-chooser.module.css'
import type { ListenerAnswer } from './listener.documents'
import { findListeners, listenerName } from './listener-name'

interface ListenerChooserProps {
  readonly label: string
  readonly listeners: readonly ListenerAnswer[]
  /** What can be chosen beside listeners, such as nobody. */
  readonly others?: readonly { readonly externalId: string; readonly displayName: string }[]
  readonly chosen: string | null
  readonly onChoose: (externalId: string) => void
}

const MOST_SHOWN = 8

/** Finds a listener by name and chooses one: a combobox with a list, as the ARIA practices describe it. */
export function ListenerChooser({ label, listeners, others = [], chosen, onChoose }: ListenerChooserProps) {
  const id = useId()
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const found = findListeners([...others, ...listeners], query)
  const shown = found.slice(0, MOST_SHOWN)
  const close = () => {
    setOpen(false)
    setQuery('')
    setActive(0)
  }
  const choose = (externalId: string | undefined) => {
    if (externalId === undefined) return
    close()
    onChoose(externalId)
  }
  const move = (step: number) => {
    setOpen(true)
    if (open && shown.length > 0) setActive((active + step + shown.length) % shown.length)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => (open ? choose(shown[active]?.externalId) : setOpen(true)),
      Escape: close,
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <div className={css.chooser}>
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      <input
        id={id}
        className={css.input}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && shown[active] ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="Type a name"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onClick={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <div className={css.popup} hidden={!open}>
        <ul id={`${id}-list`} role="listbox" aria-label={label}>
          {shown.map((listener, index) => (
            <li
              key={listener.externalId}
              id={`${id}-${index}`}
              role="option"
              aria-selected={listener.externalId === chosen}
              data-active={index === active}
              // The input keeps the focus, so that its blur does not close the list first.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(listener.externalId)}
            >
              {listenerName(listener)}
            </li>
          ))}
        </ul>
        <p className={css.rest} role="status">
          {found.length === 0 ? 'Nobody is called that.' : found.length > shown.length ? `${found.length - shown.length} more: type a name` : ''}
        </p>
      </div>
    </div>
  )
}
