package im.monarch.domain.nodes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Which node is asked first. The less busy of two random ones: nearly as even as asking for the
 * least busy of all, without every dispatch server running to the same node at once.
 */
public final class Placement {

  private Placement() {}

  /** All nodes that take sign-ins, in the order in which to ask them. */
  public static List<NodeId> order(Collection<NodeLoad> loads, RandomGenerator random) {
    var nodes = new ArrayList<NodeLoad>();
    for (var load : loads) {
      if (!load.draining()) {
        nodes.add(load);
      }
    }
    Collections.shuffle(nodes, Random.from(random));
    if (nodes.size() > 1 && nodes.get(1).weight() < nodes.get(0).weight()) {
      Collections.swap(nodes, 0, 1);
    }
    return nodes.stream().map(NodeLoad::node).toList();
  }
}
