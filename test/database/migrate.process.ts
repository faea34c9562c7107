/** Opens, and so migrates, the PostgreSQL database given as only argument. */
import { openDatabase } from '../../database/open';

const [url = ''] = process.argv.slice(2);
const database = await openDatabase({ url });
await database.ping();
await database.close();
process.stdout.write('migrated\n');
