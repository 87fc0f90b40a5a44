package im.monarch.runtime.cluster.news;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Letters that wait, in order and bounded. What has no room makes the oldest presence give way: it
 * says least, and can be looked up. Only where there is none does something else give way.
 */
final class Backlog {

  /**
   * How much may wait.
   *
   * @param size in bytes, about
   */
  record Limits(int letters, int size) {
    static final Limits OF_A_NODE = new Limits(20_000, 8 * 1_024 * 1_024);
  }

  private static final class Place {
    private final Letter letter;
    private boolean taken;

    Place(Letter letter) {
      this.letter = letter;
    }
  }

  private final Limits limits;
  private final Queue<Place> all = new ArrayDeque<>();
  private final Queue<Place> presence = new ArrayDeque<>();
  private int letters;
  private int size;

  Backlog(Limits limits) {
    this.limits = limits;
  }

  /** Puts it at the end; yields what gave way for it. */
  List<Letter> add(Letter letter) {
    var place = new Place(letter);
    all.add(place);
    if (letter.isPresence()) {
      presence.add(place);
    }
    letters++;
    size += letter.size();
    return letters > limits.letters() || size > limits.size() ? makeRoom() : List.of();
  }

  private List<Letter> makeRoom() {
    var gone = new ArrayList<Letter>();
    while (letters > limits.letters() || size > limits.size()) {
      gone.add(take(presence.isEmpty() ? next(all) : next(presence)));
    }
    return gone;
  }

  private static Place next(Queue<Place> places) {
    var place = places.remove();
    while (place.taken) {
      place = places.remove();
    }
    return place;
  }

  private Letter take(Place place) {
    place.taken = true;
    letters--;
    size -= place.letter.size();
    skip(all);
    skip(presence);
    return place.letter;
  }

  /** So that the front of a queue, if there is one, is somebody who waits. */
  private static void skip(Queue<Place> places) {
    while (!places.isEmpty() && places.element().taken) {
      places.remove();
    }
  }

  boolean isEmpty() {
    return letters == 0;
  }

  /**
   * Takes the first ones: at least one, and no more than {@code enough} bytes if there are more.
   */
  List<Letter> take(int enough) {
    var taken = new ArrayList<Letter>();
    int bytes = 0;
    while (!isEmpty() && (taken.isEmpty() || bytes + all.element().letter.size() <= enough)) {
      var letter = take(all.element());
      bytes += letter.size();
      taken.add(letter);
    }
    return taken;
  }
}
