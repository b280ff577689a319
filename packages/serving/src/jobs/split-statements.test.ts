import { expect, test } from 'vitest'
import { splitStatements } from './split-statements.js'

test('a script is split where its statements end, and nowhere else', () => {
  const body = `create function f() returns text as $body$ begin; return ';'; end; $body$ language plpgsql`
  expect(splitStatements(`begin;\n  select 'a;''b' as "x;y"; -- no; end\n${body};/* ; */ select 6/2-1, $1;\ncommit;`)).toEqual([
    'begin',
    `select 'a;''b' as "x;y"`,
    `-- no; end\n${body}`,
    '/* ; */ select 6/2-1, $1',
    'commit',
  ])
  expect(splitStatements(' ; \n')).toEqual([])
})
