/** What the event loops of one switchboard process share: how many sessions it holds and takes. */
package im.monarch.switchboard.node;
