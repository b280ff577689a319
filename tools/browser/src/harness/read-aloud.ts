import type { Page } from 'playwright-core'

interface AxValue {
  readonly value?: unknown
}
interface AxNode {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: AxValue
  readonly name?: AxValue
  readonly value?: AxValue
  readonly childIds?: readonly string[]
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[]
}

/** Their names say all that is in them. */
const leaves = new Set(['link', 'button', 'heading', 'radio', 'checkbox', 'slider', 'combobox', 'searchbox', 'textbox', 'progressbar', 'DisclosureTriangle'])
const parts = new Set(['banner', 'navigation', 'main', 'region', 'article', 'group', 'status', 'log', 'alert', 'contentinfo', 'table', 'search', 'list'])
const states: Readonly<Record<string, (value: unknown) => string | null>> = {
  expanded: (value) => (value === true ? 'open' : 'closed'),
  checked: (value) => (value === true || value === 'true' ? 'chosen' : null),
  pressed: (value) => (value === true || value === 'true' ? 'pressed' : null),
  focused: (value) => (value === true ? 'focused' : null),
}

/** A page as a screen reader goes through it, a line each, top down: "heading 1: For Chloe", "button: Hide Digg It!", "text: …". */
export async function readAloud(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page)
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly AxNode[] }
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    const lines: string[] = []
    const visit = (node: AxNode): void => {
      const role = node.ignored ? 'none' : String(node.role?.value ?? 'none')
      const line = lineOf(node, role)
      if (line !== null) lines.push(line)
      if (role === 'StaticText' || (leaves.has(role) && line !== null)) return
      for (const id of node.childIds ?? []) {
        const child = byId.get(id)
        if (child !== undefined) visit(child)
      }
    }
    const [root] = nodes
    if (root !== undefined) visit(root)
    return lines
  } finally {
    await session.detach()
  }
}

function lineOf(node: AxNode, role: string): string | null {
  const name = String(node.name?.value ?? '').trim()
  if (role === 'StaticText') return name === '' ? null : `text: ${name}`
  if (!leaves.has(role) && !(parts.has(role) && (name !== '' || role === 'status' || role === 'log'))) return null
  const properties = new Map(node.properties?.map((property) => [property.name, property.value.value]))
  const level = role === 'heading' ? ` ${String(properties.get('level'))}` : ''
  const said = Object.entries(states).flatMap(([key, say]) => (properties.has(key) ? (say(properties.get(key)) ?? []) : []))
  return `${role}${level}: ${name}${said.map((state) => ` (${state})`).join('')}`
}
