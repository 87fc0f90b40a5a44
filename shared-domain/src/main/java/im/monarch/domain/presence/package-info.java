/**
 * Who is to be seen, how, and since when. Soft state: lost with the node that holds a session, and
 * announced again by the next one.
 */
package im.monarch.domain.presence;
