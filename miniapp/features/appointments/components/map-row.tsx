import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { host, type Place } from '@miniapp/platform/host';
import { mapLink } from '@miniapp/platform/map-link';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import './map-row.scss';

/** The host's map; where it has none, the address to take elsewhere. */
export function MapRow({ place, title = '导航' }: { readonly place: Place; readonly title?: string }) {
  const [noMap, setNoMap] = useState(false);
  const link = mapLink(place);
  const { name, address, latitude, longitude } = place;
  const open = async () => setNoMap(!(await host.openMap({ name, address, latitude, longitude })));
  return (
    <>
      <ListRow icon="place" title={title} note={address} onPress={() => void open()} />
      {noMap && (
        <View className="map-row-instead">
          <Notice tone="info" title="这里打不开地图" announce>
            <Text selectable>{`地址：${address}（${name}）。可以复制到手机地图里查找。`}</Text>
            {link && (
              <View>
                <a className="map-row-link" href={link} target="_blank" rel="noreferrer">
                  在网页地图中打开
                </a>
              </View>
            )}
          </Notice>
        </View>
      )}
    </>
  );
}
