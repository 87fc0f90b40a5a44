package im.monarch.runtime.cluster;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.merge.MergingValue;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;

/**
 * What becomes of a directory entry when parts of a cluster join again. Hazelcast makes it by name.
 */
public final class LaterWins
    implements SplitBrainMergePolicy<String, MergingValue<String>, String> {

  @Override
  public String merge(MergingValue<String> merging, MergingValue<String> existing) {
    var fresh = merging.getDeserializedValue();
    if (existing == null || existing.getDeserializedValue() == null) {
      return fresh;
    }
    var held = existing.getDeserializedValue();
    return DirectoryEntry.moment(fresh).isAfter(DirectoryEntry.moment(held)) ? fresh : held;
  }

  @Override
  public void writeData(ObjectDataOutput out) {
    // nothing to say
  }

  @Override
  public void readData(ObjectDataInput in) {
    // nothing to learn
  }
}
