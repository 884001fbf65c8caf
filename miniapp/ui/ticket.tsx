import { View } from '@tarojs/components';
import { type ReactNode } from 'react';
import './ticket.scss';

interface TicketProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
  /** Below the perforation. */
  readonly stub?: ReactNode;
}

/** Large, bright, nothing else on the page: what is shown to a scanner or across a counter. */
export function Ticket({ title, note, children, stub }: TicketProps) {
  return (
    <View className="ui-ticket">
      <View className="ui-ticket-head">
        <View className="ui-ticket-title">{title}</View>
        {note && <View className="ui-ticket-note">{note}</View>}
      </View>
      <View className="ui-ticket-body">{children}</View>
      {stub && (
        <>
          <View className="ui-ticket-tear" />
          <View className="ui-ticket-stub">{stub}</View>
        </>
      )}
    </View>
  );
}
