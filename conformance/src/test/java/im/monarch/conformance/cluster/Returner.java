package im.monarch.conformance.cluster;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import im.monarch.conformance.client.Client;
import im.monarch.conformance.cluster.Attempt.Referred;
import im.monarch.conformance.cluster.Attempt.Refused;
import im.monarch.conformance.cluster.Attempt.Welcome;
import im.monarch.conformance.transcript.Fact;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * Somebody whose client has lost its server and comes back by way of dispatch: goes where it is
 * sent, begins again after a pause when it was refused, and once it is in, stays and asks again and
 * again whether the server is there.
 */
final class Returner implements Runnable {

  private static final String PASSWORD = "secret";
  private static final String LEGACY_PASSWORD = "tulip";
  private static final int SHORTEST_PAUSE = 400;
  private static final int LONGEST_PAUSE = 1_200;

  private final InetSocketAddress dispatch;
  private final String handle;
  private final CountDownLatch start;
  private final CountDownLatch enough;
  private final Random random;
  private volatile Optional<Arrival> arrival = Optional.empty();
  private volatile Optional<String> fault = Optional.empty();
  private int refusals;
  private int signsOfLife;

  /**
   * Where somebody was let in, and when.
   *
   * @param nanoTime when they heard of it
   */
  record Arrival(InetSocketAddress node, long nanoTime) {}

  /**
   * @param start when to come
   * @param enough when to leave, or not to try any more
   */
  Returner(InetSocketAddress dispatch, String handle, CountDownLatch start, CountDownLatch enough) {
    this.dispatch = dispatch;
    this.handle = handle;
    this.start = start;
    this.enough = enough;
    this.random = new Random(handle.hashCode());
  }

  /** What they need to sign in. */
  Fact.Account account() {
    return new Fact.Account(handle, "Somebody", PASSWORD, Optional.of(LEGACY_PASSWORD));
  }

  /** Whether they still try. */
  boolean isOutside() {
    return arrival.isEmpty() && fault.isEmpty();
  }

  Optional<Arrival> arrival() {
    return arrival;
  }

  /** What should not have been said, or done. */
  Optional<String> fault() {
    return fault;
  }

  /** How often they were told to come again. */
  int refusals() {
    return refusals;
  }

  /** How often the server was there when they asked. */
  int signsOfLife() {
    return signsOfLife;
  }

  @Override
  public void run() {
    try {
      start.await();
      do {
        var next = Optional.of(dispatch);
        while (next.isPresent()) {
          next = visit(next.get());
        }
      } while (isOutside() && !enough.await(pause(), MILLISECONDS));
    } catch (IOException | IllegalStateException e) {
      fault = Optional.of(handle + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Yields where to go on. */
  private Optional<InetSocketAddress> visit(InetSocketAddress server)
      throws IOException, InterruptedException {
    try (var client = new Client(server)) {
      switch (new Attempt(client, handle, LEGACY_PASSWORD).make()) {
        case Referred(var there) -> {
          return Optional.of(there);
        }
        case Refused refused -> refusals++;
        case Welcome(var nanoTime) -> {
          arrival = Optional.of(new Arrival(server, nanoTime));
          stay(client);
        }
      }
    }
    return Optional.empty();
  }

  private void stay(Client client) throws InterruptedException {
    while (!enough.await(pause(), MILLISECONDS)) {
      ask(client);
    }
    ask(client);
  }

  /** Nobody knows anybody here: there is nothing to hear but the answer. */
  private void ask(Client client) {
    var heard = client.hearOut();
    if (!heard.isEmpty()) {
      throw new IllegalStateException("heard once signed in: " + heard);
    }
    signsOfLife++;
  }

  /** Not in step: whoever was refused together does not come again together. */
  private int pause() {
    return random.nextInt(SHORTEST_PAUSE, LONGEST_PAUSE);
  }

  @Override
  public String toString() {
    return handle;
  }
}
