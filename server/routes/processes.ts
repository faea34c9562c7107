import { z } from 'zod';
import { formView, processView } from '../../domain/api/shapes';
import { jsonSchemaOf } from '../../domain/forms/schema';
import type { FormDefinition } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import type { ProcessDefinition } from '../../domain/processes/definition';
import type { ServerContext } from '../context';
import { endpoint } from '../endpoint';
import { pageWording, processTitle } from '../use-cases/views';

export const getProcess = endpoint({
  method: 'get',
  path: '/api/:municipality/processes/:process',
  summary: 'What one can begin here: its form as data, and how the page words it',
  responses: { 200: { description: 'The process', schema: processView } },
  async handle({ context, municipality, response, language, param }) {
    const { process, form } = beginning(context, municipality, param('process'));
    response.json({
      address: process.address,
      title: processTitle(process, language),
      form: formView.parse(form),
      wording: pageWording(process, language),
    });
  },
});

export const getProcessSchema = endpoint({
  method: 'get',
  path: '/api/:municipality/processes/:process/schema',
  summary: "JSON Schema (2020-12) of the answers to a process's form",
  responses: {
    200: {
      description: 'The schema',
      schema: z.record(z.string(), z.unknown()),
      contentType: 'application/schema+json',
    },
  },
  async handle({ context, municipality, response, param }) {
    const { form } = beginning(context, municipality, param('process'));
    response.type('application/schema+json').send(JSON.stringify(jsonSchemaOf(form)));
  },
});

/** The process at an address and the form its cases begin with; throws `process.unknown`. */
function beginning(
  { processes, forms }: ServerContext,
  municipality: Municipality,
  address: string,
): { process: ProcessDefinition; form: FormDefinition } {
  const process = processes.at(municipality, address);
  const { applicationForm = '' } = municipality.processes[process.name] ?? {};
  return { process, form: forms.get(applicationForm) };
}
