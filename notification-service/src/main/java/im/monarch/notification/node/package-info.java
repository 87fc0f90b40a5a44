/** What the event loops of one notification process share: how many people it holds and takes. */
package im.monarch.notification.node;
