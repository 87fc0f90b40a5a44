package im.monarch.conformance.chaos.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * One account that signs in from several places at the same moment. Each of them goes on as if it
 * were the only one.
 */
public final class Race implements AutoCloseable {

  private static final int STEPS = 8;
  private static final int ATTEMPTS = 20;
  private static final int PAUSE_MILLIS = 150;

  private final Person.Place place;
  private final String handle;
  private final String friend;
  private final List<String> nodes;
  private final Queue<Wire> wires = new ConcurrentLinkedQueue<>();

  /**
   * @param friend somebody to put on a list and take off again
   * @param nodes the notification servers, in turn
   */
  public Race(Person.Place place, String handle, String friend, List<String> nodes) {
    this.place = place;
    this.handle = handle;
    this.friend = friend;
    this.nodes = List.copyOf(nodes);
  }

  /** All sign in at once, edit and ask for signs of life for a while. */
  public void run(int places) {
    var start = new CountDownLatch(1);
    var takes = new ArrayList<CompletableFuture<Void>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < places; i++) {
        var node = nodes.get(i % nodes.size());
        takes.add(CompletableFuture.runAsync(() -> take(node, start), threads));
      }
      start.countDown();
      takes.forEach(CompletableFuture::join);
    }
  }

  private void take(String node, CountDownLatch start) {
    try {
      start.await();
      var wire = signIn(node);
      wires.add(wire);
      wire.ask("SYN", "0");
      for (int step = 0; step < STEPS && wire.open(); step++) {
        wire.ask(
            step % 2 == 0 ? "ADD" : "REM",
            step % 2 == 0 ? "AL " + friend + " friend" : "AL " + friend);
        wire.ask("PNG", "");
      }
    } catch (SignIn.InVain e) {
      // Refused: the history says so, and so does the count of those who are left, if all are.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Passport looks at few passwords at a time: who is told to come again does. */
  private Wire signIn(String node) throws SignIn.InVain, InterruptedException {
    var signIn = new SignIn(place.recorder(), place.entrance());
    var destination = place.entrance().notification(node);
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return signIn.directly(destination, handle, line -> {});
      } catch (SignIn.InVain e) {
        boolean never = new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        assert !never;
      }
    }
    return signIn.directly(destination, handle, line -> {});
  }

  /** How many answer when they are asked. */
  public int left() {
    wires.removeIf(wire -> !wire.open());
    return (int) wires.stream().filter(wire -> wire.ask("PNG", "").isPresent()).count();
  }

  /** Says so on each connection that is not known to be dead. */
  public void showLife() {
    wires.stream().filter(Wire::open).forEach(wire -> wire.ask("PNG", ""));
  }

  @Override
  public void close() {
    wires.stream().filter(Wire::open).forEach(Wire::leave);
  }
}
