import { it } from 'vitest'
import { createTestGateway } from '../../../../apps/gateway/src/testing/create-test-gateway.js'
import { memoryDj } from '../../../../apps/gateway/src/dj/__fixtures__/memory-dj.js'
import { openBrowser, takePictures, layoutShiftOf, violationsOf } from '../harness/index.js'

it('preview', async () => {
  await using site = await createTestGateway({ dj: (platform: any) => memoryDj(platform) } as any)
  await using browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  page.on('console', (message) => console.log('console', message.text()))
  page.on('pageerror', (error) => console.log('pageerror', error.message))
  await page.goto(`${site.url}/dj?listener=ada`)
  await page.getByRole('button', { name: 'Start the DJ' }).waitFor()
  await page.waitForTimeout(500)
  console.log('cls start', await layoutShiftOf(page))
  console.log(await violationsOf(page))
  await takePictures(page, 'dj-start')
  await page.getByRole('button', { name: 'Start the DJ' }).click()
  await page.getByText('Playing silently').waitFor()
  await page.waitForTimeout(500)
  console.log('cls session', await layoutShiftOf(page))
  console.log(await violationsOf(page))
  await takePictures(page, 'dj-session')
  await page.getByRole('button', { name: 'Something calmer' }).click()
  await page.waitForTimeout(500)
  console.log('cls steered', await layoutShiftOf(page))
  await page.getByRole('button', { name: 'Skip' }).click()
  await page.waitForTimeout(800)
  console.log('cls skipped', await layoutShiftOf(page), site.logged, browser.refused)
  await takePictures(page, 'dj-skipped')
}, 120_000)
