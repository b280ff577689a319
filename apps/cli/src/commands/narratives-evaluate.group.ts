import type { Command } from 'commander'
import type { Runs } from '../command-group.js'
import { evaluateNarrativesCommand, type EvaluateNarrativesOptions } from './narratives-evaluate.command.js'

/** `linernotes narratives evaluate`. */
export function addNarrativesEvaluateCommand(narratives: Command, runs: Runs): void {
  narratives
    .command('evaluate')
    .description('the same briefs through several providers: what is true, personal, varied, fast')
    .requiredOption('--providers <keys>', 'providers to compare, with commas')
    .option('--items <number>', 'briefs for each provider, in lists of ten', '40')
    .option('--listeners <number>', 'demo listeners they are for; left out: one for each list')
    .option('--recipe <name>', 'how the lists are made; left out: the default for tracks and episodes')
    .option('--style <style>', 'blurb, dj or pitch', 'blurb')
    .option('--seed <number>', 'which listeners and items are drawn', '1')
    .option('--deadline <ms>', 'time for one narrative; left out: as configured')
    .option('--judge <key>', 'a provider that scores the tone of the texts')
    .option('--out <directory>', 'where report.json and page.html go; left out: evaluations/<time> in the data directory')
    .option('--json', 'print the whole report as one JSON document')
    .action(runs<[EvaluateNarrativesOptions]>(evaluateNarrativesCommand))
}
