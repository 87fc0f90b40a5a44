package im.monarch.conformance.chaos.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * A network namespace for each process and one that routes between them and the machine. A cut is a
 * rule of the router that drops packets without a word, as a broken switch does.
 *
 * <pre>
 * machine 10.x.0.1 --- 10.x.0.2 router 10.x.k.1 --- 10.x.k.2 process k
 * </pre>
 */
final class Namespaces implements Network {

  private static final int FIRST_NET = 100;
  private static final int NETS = 100;
  private static final int CLUSTER_PORT = 5701;
  private static final int BUS_PORT = 5801;
  private static final String UPLINK = "machine";

  private final String tag = Long.toString(ProcessHandle.current().pid() % 46_656, 36);
  private final String net = "10." + (FIRST_NET + ProcessHandle.current().pid() % NETS) + '.';
  private final List<String> names;
  private final List<String[]> cuts = new ArrayList<>();

  private Namespaces(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** Tries it out: root in a container may be refused it. */
  static boolean available() {
    try {
      var probe = open(List.of("probe"));
      try {
        return Command.attempt("ip", "netns", "exec", probe.namespace("probe"), "true").status()
            == 0;
      } finally {
        probe.close();
      }
    } catch (RuntimeException e) {
      return false;
    }
  }

  static Namespaces open(List<String> names) {
    var network = new Namespaces(names);
    try {
      network.build();
      return network;
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  private void build() {
    var router = router();
    Command.run("ip", "netns", "add", router);
    Command.run("ip", "-n", router, "link", "set", "lo", "up");
    Command.run(
        "ip", "netns", "exec", router, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
    Command.run(
        "ip", "link", "add", "mo" + tag, "type", "veth", "peer", "name", UPLINK, "netns", router);
    Command.run("ip", "addr", "add", net + "0.1/24", "dev", "mo" + tag);
    Command.run("ip", "link", "set", "mo" + tag, "up");
    Command.run("ip", "-n", router, "addr", "add", net + "0.2/24", "dev", UPLINK);
    Command.run("ip", "-n", router, "link", "set", UPLINK, "up");
    Command.run("ip", "route", "add", net + "0.0/16", "via", net + "0.2");
    names.forEach(this::attach);
  }

  private void attach(String name) {
    var namespace = namespace(name);
    var router = router();
    int number = number(name);
    var device = "to" + number;
    var gate = net + number + ".1";
    Command.run("ip", "netns", "add", namespace);
    Command.run("ip", "-n", namespace, "link", "set", "lo", "up");
    Command.run(
        "ip", "-n", router, "link", "add", device, "type", "veth", "peer", "name", "eth0", "netns",
        namespace);
    Command.run("ip", "-n", router, "addr", "add", gate + "/24", "dev", device);
    Command.run("ip", "-n", router, "link", "set", device, "up");
    Command.run("ip", "-n", namespace, "addr", "add", address(name) + "/24", "dev", "eth0");
    Command.run("ip", "-n", namespace, "link", "set", "eth0", "up");
    Command.run("ip", "-n", namespace, "route", "add", "default", "via", gate);
  }

  private String router() {
    return "monarch-" + tag + "-router";
  }

  private String namespace(String name) {
    return "monarch-" + tag + '-' + name;
  }

  private int number(String name) {
    return 1 + names.indexOf(name);
  }

  @Override
  public boolean canBeCut() {
    return true;
  }

  @Override
  public String address(String name) {
    return net + number(name) + ".2";
  }

  @Override
  public String clusterHost(String name) {
    return address(name);
  }

  @Override
  public int clusterPort(String name) {
    return CLUSTER_PORT;
  }

  @Override
  public int busPort(String name) {
    return BUS_PORT;
  }

  @Override
  public String gateway() {
    return net + "0.1";
  }

  @Override
  public List<String> wrapper(String name) {
    return List.of("ip", "netns", "exec", namespace(name));
  }

  @Override
  public void cut(List<String> oneSide, List<String> otherSide) {
    for (var one : oneSide) {
      for (var other : otherSide) {
        drop(address(one), address(other));
        drop(address(other), address(one));
      }
    }
  }

  private void drop(String from, String to) {
    var rule = new String[] {"from", from, "to", to, "blackhole"};
    change("add", rule);
    cuts.add(rule);
  }

  private void change(String what, String[] rule) {
    var words = new ArrayList<>(List.of("ip", "-n", router(), "rule", what));
    words.addAll(List.of(rule));
    Command.run(words.toArray(String[]::new));
  }

  @Override
  public void heal() {
    cuts.forEach(rule -> change("del", rule));
    cuts.clear();
  }

  /** Devices go with their namespaces. */
  @Override
  public void close() {
    names.forEach(name -> Command.attempt("ip", "netns", "del", namespace(name)));
    Command.attempt("ip", "link", "del", "mo" + tag);
    Command.attempt("ip", "netns", "del", router());
  }
}
