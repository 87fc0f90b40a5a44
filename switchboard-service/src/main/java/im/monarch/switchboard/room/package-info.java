/**
 * What happens in a session: who is in, who is on the way, and who hears what. Members may sit on
 * any event loop; a session takes turns of its own, so it needs no loop and no lock.
 */
package im.monarch.switchboard.room;
