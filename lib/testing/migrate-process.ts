// A process of its own that migrates a database, and says so first.
import { openDatabase } from '#db/open.ts';

const { DATABASE_URL = '', MIGRATIONS = '' } = process.env;
const database = openDatabase(DATABASE_URL);
process.send?.('ready', () => database.migrate(MIGRATIONS));
