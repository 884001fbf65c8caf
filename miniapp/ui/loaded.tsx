import { View } from '@tarojs/components';
import { type ReactNode } from 'react';
import { spoken } from '@miniapp/platform/spoken';
import { go, goBack } from '@miniapp/platform/routes';
import { useSession } from '@miniapp/platform/session';
import { type Query } from '@miniapp/platform/use-query';
import { wayOn } from '@miniapp/platform/way-on';
import { type Say, sayCommon } from '@miniapp/platform/words';
import { Button } from './button';
import { EmptyState } from './empty-state';
import './loaded.scss';

interface LoadedProps<T> {
  readonly query: Query<T>;
  /** Sentences of the feature's refusals; without it the common ones. */
  readonly say?: Say;
  /** Called only when there is something to show; an empty list is shown with EmptyState. */
  readonly children: (value: T) => ReactNode;
}

/** The states of what a page reads: loading, offline, refused, broken, there. */
export function Loaded<T>({ query, say = sayCommon, children }: LoadedProps<T>) {
  const role = useSession()?.role;
  const retry = (
    <Button kind="secondary" onPress={() => void query.reload()}>
      再试一次
    </Button>
  );
  switch (query.kind) {
    case 'ready':
      return children(query.value);
    case 'loading':
      return <Loading />;
    case 'offline':
      return (
        <EmptyState icon="offline" title="网络没有连上" text="请检查手机网络，然后再试一次。">
          {retry}
        </EmptyState>
      );
    case 'error':
      return (
        <EmptyState
          icon="look"
          title="暂时打不开"
          text={`系统出了点问题，不是您的操作有误。${query.requestId ? `问题编号：${query.requestId}` : ''}`}
        >
          {retry}
        </EmptyState>
      );
    case 'refused': {
      const way = wayOn(query.code, role);
      if (way)
        return (
          <EmptyState icon="person" title={way.title} text={way.text}>
            <Button onPress={() => void go(way.path)}>{way.label}</Button>
          </EmptyState>
        );
      // Asking again does not make a nurse of a donor.
      return (
        <EmptyState icon="info" title="现在不能查看" text={say(query)}>
          {query.code === 'NOT_ALLOWED' ? (
            <Button kind="secondary" onPress={() => void goBack()}>
              返回
            </Button>
          ) : (
            retry
          )}
        </EmptyState>
      );
    }
  }
}

function Loading() {
  return (
    <View className="ui-loading" {...spoken({ role: 'status', label: '正在加载' })}>
      <View className="ui-loading-card ui-loading-tall" />
      <View className="ui-loading-card" />
      <View className="ui-loading-card" />
      <View className="ui-loading-word">正在加载…</View>
    </View>
  );
}
