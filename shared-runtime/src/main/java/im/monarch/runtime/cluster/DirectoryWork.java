package im.monarch.runtime.cluster;

import com.hazelcast.core.ReadOnly;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.query.Predicate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the member that holds an entry of the directory does with it, so that one trip suffices. */
final class DirectoryWork {

  private DirectoryWork() {}

  /** Keeps the later of what is there and {@code fresh}. */
  static final class KeepLater implements EntryProcessor<String, String, Boolean> {

    private static final long serialVersionUID = 1L;

    private final String fresh;

    KeepLater(String fresh) {
      this.fresh = fresh;
    }

    @Override
    public Boolean process(Map.Entry<String, String> entry) {
      var held = entry.getValue();
      boolean later =
          held == null || !DirectoryEntry.moment(held).isAfter(DirectoryEntry.moment(fresh));
      if (later) {
        entry.setValue(fresh);
      }
      return later;
    }
  }

  /** Forgets what a session of {@code epoch} or before announced. */
  static final class Forget implements EntryProcessor<String, String, Boolean> {

    private static final long serialVersionUID = 1L;

    private final long epoch;

    Forget(long epoch) {
      this.epoch = epoch;
    }

    @Override
    public Boolean process(Map.Entry<String, String> entry) {
      var held = entry.getValue();
      boolean over = held != null && DirectoryEntry.moment(held).epoch() <= epoch;
      if (over) {
        entry.setValue(null);
      }
      return over;
    }
  }

  /** Forgets the entry if it is of a node that is not among those; yields when it was announced. */
  static final class Clear implements EntryProcessor<String, String, String> {

    private static final long serialVersionUID = 1L;

    private final HashSet<String> nodes;

    Clear(Set<String> nodes) {
      this.nodes = new HashSet<>(nodes);
    }

    @Override
    public String process(Map.Entry<String, String> entry) {
      var held = entry.getValue();
      if (held == null || nodes.contains(DirectoryEntry.node(held))) {
        return null; // another node has it by now
      }
      entry.setValue(null);
      return held;
    }
  }

  /** Entries of nodes that are not among those. */
  static final class Elsewhere implements Predicate<String, String> {

    private static final long serialVersionUID = 1L;

    private final HashSet<String> nodes;

    Elsewhere(Set<String> nodes) {
      this.nodes = new HashSet<>(nodes);
    }

    @Override
    public boolean apply(Map.Entry<String, String> entry) {
      return !nodes.contains(DirectoryEntry.node(entry.getValue()));
    }
  }

  /** Entries of one node. */
  static final class At implements Predicate<String, String> {

    private static final long serialVersionUID = 1L;

    private final String node;

    At(String node) {
      this.node = node;
    }

    @Override
    public boolean apply(Map.Entry<String, String> entry) {
      return node.equals(DirectoryEntry.node(entry.getValue()));
    }
  }

  /** Says when the entry was announced, and no more: for questions about many. */
  static final class When implements EntryProcessor<String, String, String>, ReadOnly {

    private static final long serialVersionUID = 1L;

    @Override
    public String process(Map.Entry<String, String> entry) {
      return entry.getValue() == null ? null : DirectoryEntry.when(entry.getValue());
    }

    @Override
    public EntryProcessor<String, String, String> getBackupProcessor() {
      return null;
    }
  }

  /** Says what is there. Many keys at once are one question to each member. */
  static final class Read implements EntryProcessor<String, String, String>, ReadOnly {

    private static final long serialVersionUID = 1L;

    @Override
    public String process(Map.Entry<String, String> entry) {
      return entry.getValue();
    }

    @Override
    public EntryProcessor<String, String, String> getBackupProcessor() {
      return null;
    }
  }
}
