package im.monarch.conformance.chaos.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Of two sessions of an account, the one that was certainly there before the other one came. */
record Takeover(Session loser, Session winner) {

  /** All pairs; of two who come at the same time nobody knows from here who was first. */
  static List<Takeover> all(History history) {
    var all = new ArrayList<Takeover>();
    for (var sessions : byAccount(history).values()) {
      for (var former : sessions) {
        for (var later : sessions) {
          if (former.welcomed() < later.claimed()) {
            all.add(new Takeover(former, later));
          }
        }
      }
    }
    return all;
  }

  static Map<String, List<Session>> byAccount(History history) {
    return history.sessions().stream().collect(Collectors.groupingBy(Session::who));
  }

  @Override
  public String toString() {
    return loser + " was taken over by " + winner;
  }
}
