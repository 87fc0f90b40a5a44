package im.monarch.conformance.model;

import im.monarch.conformance.client.Client;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What everybody must hear of one step. */
final class Outcome {

  private final String actor;
  private final Map<String, Expected> heard = new LinkedHashMap<>();
  private boolean over;
  private boolean takenOver;

  /**
   * @param actor handle of who takes the step
   */
  Outcome(String actor) {
    this.actor = actor;
  }

  void tell(String handle, String line) {
    of(handle).line(line);
  }

  void answer(String line) {
    tell(actor, line);
  }

  void answer(List<List<String>> inAnyOrder) {
    of(actor).anyOrder(inAnyOrder);
  }

  /** The server hangs up on the actor. */
  void hangUp() {
    answer(Client.HANG_UP);
    over = true;
  }

  /** The actor's earlier connection ends. */
  void takeOver() {
    takenOver = true;
  }

  /** Whether the actor's connection ends with this step. */
  boolean isOver() {
    return over;
  }

  boolean isTakeOver() {
    return takenOver;
  }

  /** Whether anybody else has something to hear. */
  boolean isNoticed() {
    return heard.keySet().stream().anyMatch(handle -> !handle.equals(actor));
  }

  Expected of(String handle) {
    return heard.computeIfAbsent(handle, key -> new Expected());
  }
}
