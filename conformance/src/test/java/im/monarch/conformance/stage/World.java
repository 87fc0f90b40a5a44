package im.monarch.conformance.stage;

import im.monarch.conformance.transcript.Fact;
import java.net.InetSocketAddress;

/** The server under test, as far as a transcript needs it. */
public interface World {

  /**
   * Where to dial.
   *
   * @param server {@code ds}, {@code ns} or {@code sb}
   * @param actor whose connection it is, so that people can be spread over several nodes
   */
  InetSocketAddress address(String server, String actor);

  /** Makes it true; an account that is there already is made anew. */
  void arrange(Fact fact);

  /**
   * The ticket Passport gives for this challenge.
   *
   * @throws IllegalStateException when it refuses
   */
  String ticket(String handle, String password, String challenge);
}
