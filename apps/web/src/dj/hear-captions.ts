/** Captions of what an element plays, told as they come; null: between two. They are read here and not shown by the browser: the page shows them. */
export function hearCaptions(element: HTMLAudioElement, url: string, language: string, onCaption: (caption: string | null) => void): void {
  const source = document.createElement('track')
  Object.assign(source, { kind: 'captions', src: url, srclang: language, default: true })
  element.replaceChildren(source)
  source.track.mode = 'hidden'
  source.track.addEventListener('cuechange', () => {
    const [active] = source.track.activeCues ?? []
    onCaption(active instanceof VTTCue ? active.text : null)
  })
}
