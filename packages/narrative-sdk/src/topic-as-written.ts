/** Names that tags have in small letters, as they are written; words that are also words of the language are not here. */
const written =
  `AI AMD API Ansible Audiobookshelf BSD Bitcoin Bluetooth Btrfs CPU CSS Chromebook Chromecast CoreOS Debian Docker Fedora Firefox FreeBSD GNOME GPU
  Gentoo GitHub GitLab GrapheneOS HTML HTTP IBM IPv6 Immich JavaScript Jellyfin KDE Kinoite Kubernetes LXC Linux LinuxFest Lenovo LibreOffice MQTT
  macOS Manjaro Meshtastic Microsoft NAS NASA NVIDIA Netflix Nextcloud NixOS OPNsense OpenAI openSUSE PeerTube PipeWire Plex Podman Podverse PostgreSQL Proxmox
  Python QEMU RAID RHEL RSS SQL SQLite SSH SUSE Samba Silverblue Spotify Syncthing Tailscale ThinkPad TrueNAS TypeScript USB Ubuntu Unraid VPN Vim
  WSL Wayland WebAssembly WireGuard XFCE YouTube ZFS Zigbee iOS iPad iPhone`
    .trim()
    .split(/\s+/u)
const names = new Map(written.map((name) => [name.toLowerCase(), name]))
const pairs = new Map(['A Cloud Guru', 'Home Assistant', 'LinuxFest Northwest', 'Raspberry Pi', 'Red Hat'].map((name) => [name.toLowerCase(), name]))

/** Nobody can say it but letter by letter. */
const abbreviation = /^[b-df-hj-np-tv-xz]{3,5}$/u

/**
 * A topic as people write it: as one of the texts about the episode has it, where that is a name ("OPNsense" in a title, "Kinoite" in the middle of a
 * sentence), else by the list of names. Whoever writes a tag in capitals means them.
 */
export function topicAsWritten(topic: string, texts: readonly string[]): string {
  if (topic !== topic.toLowerCase()) return topic
  return (
    pairs.get(topic) ??
    foundIn(texts, topic) ??
    topic.replaceAll(/[\p{L}\p{N}]+/gu, (word) => names.get(word) ?? (abbreviation.test(word) ? word.toUpperCase() : word))
  )
}

/** Capitals behind the first letter make a name anywhere; the first letter alone only behind a word in small letters. */
function foundIn(texts: readonly string[], topic: string): string | null {
  for (const text of texts) {
    const lower = text.toLowerCase()
    // A capital that is two letters in lower case shifts everything behind it.
    if (lower.length !== text.length) continue
    // In a title every word may have one.
    const isSentence = /[.!?]$/u.test(text)
    for (let at = lower.indexOf(topic); at >= 0; at = lower.indexOf(topic, at + 1)) {
      const found = text.slice(at, at + topic.length)
      const [before, after] = [text.slice(0, at), text.slice(at + topic.length)]
      const isWhole = !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)
      const isMixed = /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(found) || (found === found.toUpperCase() && text !== text.toUpperCase())
      const isName = isSentence && /^\p{Lu}/u.test(found) && /\p{Ll} $/u.test(before) && /^(?: \p{Ll}|[.,;:!?'’]|$)/u.test(after)
      if (isWhole && found !== topic && (isMixed || isName)) return found
    }
  }
  return null
}
