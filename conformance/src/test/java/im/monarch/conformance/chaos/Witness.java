package im.monarch.conformance.chaos;

import im.monarch.conformance.chaos.crowd.Crowd;
import im.monarch.conformance.chaos.crowd.SignIn;
import im.monarch.conformance.chaos.crowd.Wire;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Somebody whose every step a test decides, at a process that the test chooses. */
final class Witness {

  private final Scene scene;
  private final Cluster cluster;
  private final String handle;
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();

  Witness(Scene scene, Cluster cluster, String handle) {
    this.scene = scene;
    this.cluster = cluster;
    this.handle = handle;
  }

  String handle() {
    return handle;
  }

  /** Has them on FL from the beginning. */
  void follows(Witness other) {
    Crowd.lists(scene.recorder(), cluster.admin(), handle, other.handle);
  }

  /** Signs in there, asks for the lists and appears. */
  Wire comesTo(String node) throws SignIn.InVain {
    var wire = scene.signIn().directly(cluster.notification(node), handle, heard::add);
    wire.ask("SYN", "0");
    wire.ask("CHG", "NLN " + (900_000 + heard.size()));
    return wire;
  }

  /** Signs in there, trying again as clients do. */
  Wire getsInAt(String node) {
    var wire = new AtomicReference<Wire>();
    Cluster.await(
        handle + " gets in at " + node,
        () -> {
          try {
            wire.set(comesTo(node));
            return true;
          } catch (SignIn.InVain e) {
            return false;
          }
        });
    return wire.get();
  }

  /** Where dispatch sends them; empty when it does not. */
  String isSentTo() {
    try {
      return scene.signIn().sentTo(handle).node();
    } catch (SignIn.InVain e) {
      return "";
    }
  }

  /** Whether they are let in there, and served. */
  boolean isServedAt(String node) {
    try (Wire wire = comesTo(node)) {
      return wire.ask("PNG", "").isPresent();
    } catch (SignIn.InVain e) {
      return false;
    }
  }

  /** Whether they have heard a line that begins so. */
  boolean hasHeard(String beginning) {
    return heard.stream().anyMatch(line -> line.startsWith(beginning));
  }

  /** Waits until they are invited; the line that says so. */
  String ringing() {
    Cluster.await("ringing", () -> hasHeard("RNG "));
    return heard.stream().filter(line -> line.startsWith("RNG ")).findFirst().orElseThrow();
  }
}
