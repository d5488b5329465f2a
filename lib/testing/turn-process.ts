// A process of its own that takes its turn, says so, and keeps it until it is killed.
import { takeTurn } from '#db/take-turn.ts';

const letNextIn = takeTurn(process.env.TURN_FILE ?? '', 0);
process.on('exit', letNextIn);
process.send?.('mine');
setInterval(() => {}, 60_000);
