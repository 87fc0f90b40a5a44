/**
 * Carries news to sessions at other nodes. {@link im.monarch.runtime.cluster.news.ClusterCourier}
 * finds out where the receivers are, many at a time, and hands what is for a node to its {@code
 * Line}, which repeats it until the node has answered. At the other end an {@code Inbox} puts
 * repeated and reordered batches right. Knows no event bus: what it needs is a {@link
 * im.monarch.runtime.cluster.news.Wire}.
 */
package im.monarch.runtime.cluster.news;
