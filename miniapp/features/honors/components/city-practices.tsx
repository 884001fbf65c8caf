import { View } from '@tarojs/components';
import { type getMyHonor } from '@contract/honors';
import { type Output } from '@contract/endpoint';
import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Heading } from '@miniapp/ui/heading';
import { Stack } from '@miniapp/ui/stack';

type Honor = Pick<Output<typeof getMyHonor>, 'cities' | 'clause'>;

/** What is not confirmed is not told as fact: those values are left out. */
export function CityPractices({ cities, clause }: Honor) {
  return (
    <Card title="各地怎么用">
      <Stack gap={4}>
        <View className="t-note t-quiet">{`依据：${clause}。省内免费乘坐城市公共交通、游览政府投资的景点，免门诊诊查费；限本人使用。`}</View>
        {cities.map(({ city, form, rules }) => (
          <View key={city}>
            <Heading level={3}>{city}</Heading>
            <Facts
              items={[
                { label: '形式', value: form },
                ...rules.filter(({ confirmed }) => confirmed).map(({ name, text }) => ({ label: name, value: text })),
              ]}
            />
          </View>
        ))}
        <View className="t-note t-quiet">其他做法正在向各地确认，以当地公告为准。</View>
        <Button kind="secondary" icon="place" onPress={() => void go(routes.privilegePlaces())}>
          哪里可以用
        </Button>
      </Stack>
    </Card>
  );
}
