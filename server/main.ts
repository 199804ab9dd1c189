import { BadConfiguration, readConfig } from './process/config.ts';
import { keepFilesPrivate } from './process/private-files.ts';
import { serve } from './serve.ts';

keepFilesPrivate();
try {
  await serve(readConfig(process.env));
} catch (error) {
  if (!(error instanceof BadConfiguration)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
