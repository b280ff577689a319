import { CALIBRATION_STRENGTH, CALIBRATION_TAGS, modelNames } from '@linernotes/recommendations/evaluation'
import type { Command } from 'commander'
import type { Runs } from '../command-group.js'
import { evaluateCommand } from './evaluate.command.js'
import { evaluateFaithfulnessCommand, type EvaluateFaithfulnessOptions } from './evaluate-faithfulness.command.js'
import type { EvaluateOptions } from './evaluate-request.js'

/** `linernotes evaluate`. */
export function addEvaluateCommand(program: Command, runs: Runs): void {
  program
    .command('evaluate')
    .description('train models on files, rank for listeners they have not seen, and measure the lists; needs no database but with --faithfulness')
    .argument('[file]', 'with --split: `user item weight`, tabs between, a header first')
    .option('--interactions <file>', 'who played what: trained on (user item weight)')
    .option('--fold-in <file>', 'what is known of the listeners to rank for')
    .option('--test <file>', 'what they also played: to be guessed')
    .option('--split <by>', '`user`: makes these three of [file]')
    .option('--holdout <share>', 'with --split: share of the users to rank for', '0.2')
    .option('--write-split <directory>', 'with --split: writes the three files there')
    .option('--tags <file>', '`userID artistID tagID day month year` or `item tag weight`')
    .option('--friends <file>', '`user friend`')
    .option('--models <names>', modelNames.join(', '), modelNames.join(','))
    .option('--k <numbers>', 'lengths of the lists that are measured', '10,20')
    .option('--min-item-users <number>', 'training users that an item needs to be recommended', '3')
    .option('--calibrate [strength]', `measure also calibrated lists; above 0 and below 1, or ${CALIBRATION_STRENGTH}`)
    .option('--calibration-tags <number>', 'the most common tags, of which a mix is made', `${CALIBRATION_TAGS}`)
    .option('--seed <number>', 'of the split, the models and the intervals', '1')
    .option('--faithfulness', 'instead: whether the reasons of the recipes are causes, on the listeners of the database')
    .option('--listeners <number>', 'with --faithfulness: how many, evenly from all', '40')
    .option('--recipes <names>', 'with --faithfulness: which, with commas; left out: all that use history')
    .option('--adventurousness <number>', 'with --faithfulness: 0 to 1', '0.3')
    .option('--json', 'as one JSON document')
    .option('--strict', 'exit with 3 if anything is wrong with a row')
    .action(
      runs<[string | undefined, EvaluateOptions & EvaluateFaithfulnessOptions]>((context, file, options) =>
        options.faithfulness ? evaluateFaithfulnessCommand(context, options) : evaluateCommand(context, file, options),
      ),
    )
}
