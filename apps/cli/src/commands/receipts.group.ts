import type { Command } from 'commander'
import type { Runs } from '../command-group.js'
import { verifyReceiptsCommand } from './receipts-verify.command.js'

/** `linernotes receipts`. */
export function addReceiptsCommands(program: Command, runs: Runs): void {
  const receipts = program.command('receipts').description('what put an item at its rank, signed')
  receipts
    .command('verify')
    .description('check signatures, and rank again; 0: valid, 1: not valid, or what it was computed from is not there any more')
    .argument('<file>', 'JSON with receipts anywhere in it, such as an answer of the API')
    .option('--json', 'as one JSON document')
    .action(runs<[string, { json?: true }]>(verifyReceiptsCommand))
}
